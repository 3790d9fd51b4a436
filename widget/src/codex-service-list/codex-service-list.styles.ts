import { css } from 'lit'

export const serviceListStyles = css`
  :host {
    container-type: inline-size;
  }

  .categories {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-end: 20px;
  }

  .group {
    margin-block: 24px 8px;
    color: var(--_muted);
    font-size: var(--_text-small);
    font-weight: 560;
  }

  .group:first-of-type {
    margin-block-start: 0;
  }

  ul {
    border-block-start: 1px solid var(--_line);
  }

  .service {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto auto;
    gap: 4px 16px;
    align-items: center;
    padding-block: 14px;
    border-block-end: 1px solid var(--_line);
  }

  .what b {
    font-weight: 600;
  }

  .what p {
    margin-block-start: 1px;
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.9);
  }

  .what .saving {
    display: flex;
    gap: 6px;
    margin-block-start: 4px;
    color: var(--_accent-text);
  }

  .saving .icon {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 2px;
  }

  .price {
    font-weight: 560;
    text-align: end;
    white-space: nowrap;
  }

  .price small {
    display: block;
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.84);
    font-weight: 450;
  }

  @container (max-width: 26.6em) {
    /* One line that scrolls: many categories would push the services out of sight. The padding is for focus rings. */
    .categories {
      flex-wrap: nowrap;
      overflow-x: auto;
      margin: -4px -4px 16px;
      padding: 4px;
      scrollbar-width: none;
    }

    .pill {
      flex: none;
    }

    .service {
      grid-template-columns: minmax(0, 1fr) auto;
    }

    .service > .price {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      column-gap: 10px;
      grid-area: 2 / 1;
      text-align: start;
    }

    .service > .toggle {
      grid-area: 1 / 2 / span 2;
    }
  }

  .toggle {
    display: grid;
    place-items: center;
    inline-size: 38px;
    block-size: 38px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-small);
    color: var(--_accent-text);
    transition: background-color var(--_motion);
  }

  /* The whole row is the button's: a finger need not meet the square. */
  button.toggle::after {
    content: '';
    position: absolute;
    inset: 0;
  }

  .toggle[aria-disabled='true'] {
    color: var(--_muted);
    opacity: 0.5;
  }

  .toggle[aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_accent-ink);
  }

  @media (hover: hover) {
    .service:hover button.toggle {
      border-color: var(--_accent);
    }
  }

  @media (pointer: coarse) {
    .toggle {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .toggle[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }

  .empty {
    padding-block: 24px;
    color: var(--_muted);
  }

  .skeleton.line {
    display: block;
    inline-size: 9em;
    max-inline-size: 100%;
    block-size: 0.9em;
    margin-block: 0.3em;
  }

  .skeleton.long {
    inline-size: 16em;
  }

  .price .skeleton.line {
    inline-size: 4em;
  }

  .skeleton.pill {
    border: 0;
  }

  .skeleton.toggle {
    border: 0;
  }

  .wide-64 {
    inline-size: 64px;
  }

  .wide-72 {
    inline-size: 72px;
  }

  .wide-96 {
    inline-size: 96px;
  }

  .wide-80 {
    inline-size: 80px;
  }
`
