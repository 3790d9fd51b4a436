import { css } from 'lit'

/** A list to choose from that reads like a link in a sentence: `.select` around a `select` and the chevron. */
export const inlineSelect = css`
  .select {
    position: relative;
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    color: var(--_accent-text);
  }

  .select .icon {
    position: absolute;
    inset-inline-end: 4px;
    inline-size: 16px;
    block-size: 16px;
    pointer-events: none;
  }

  select {
    appearance: none;
    max-inline-size: 100%;
    min-block-size: 32px;
    margin: 0;
    padding-block: 4px;
    padding-inline: 6px 24px;
    border: 0;
    border-radius: var(--_radius-small);
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: calc(var(--_text) * 0.9);
    text-overflow: ellipsis;
    field-sizing: content;
    cursor: pointer;
  }

  option {
    background: var(--_surface);
    color: var(--_ink);
  }

  @media (hover: hover) {
    select:hover {
      background: var(--_soft);
    }
  }

  @media (pointer: coarse) {
    select {
      min-block-size: 44px;
    }
  }
`
