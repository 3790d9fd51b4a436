import { css } from 'lit'

export const otherWaysStyles = css`
  fieldset {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
    font-size: calc(var(--_text) * 0.9);
  }

  .elsewhere {
    visibility: hidden;
  }

  legend {
    margin-block-end: 4px;
    padding: 0;
    font-weight: 600;
  }

  .way {
    display: flex;
    gap: 10px;
    padding: 6px 10px;
    border-radius: var(--_radius-small);
    line-height: 1.35;
    cursor: pointer;
  }

  .way:has(:checked) {
    background: var(--_tint);
  }

  input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0.05em 0 0;
    accent-color: var(--_accent);
  }

  small {
    display: block;
    color: var(--_muted);
    font-size: var(--_text-small);
  }

  @media (hover: hover) {
    .way:not(:has(:checked)):hover {
      background: color-mix(in srgb, var(--_ink) 5%, transparent);
    }
  }

  @media (pointer: coarse) {
    .way {
      align-items: center;
      min-block-size: 44px;
    }
  }
`
