import { css } from 'lit'

/** `.pill`: one of a few words of which one holds; a button that is pressed, or a label around a radio button. */
export const pill = css`
  .pill {
    min-block-size: 36px;
    padding: 6px 14px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    color: var(--_muted);
    font-size: var(--_text-small);
    font-weight: 520;
    cursor: pointer;
    transition: border-color var(--_motion);
  }

  .pill:is([aria-pressed='true'], :has(:checked)) {
    border-color: var(--_ink);
    background: var(--_ink);
    color: var(--_surface);
  }

  @media (hover: hover) {
    .pill:hover {
      border-color: var(--_accent);
    }
  }

  @media (pointer: coarse) {
    .pill {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .pill:is([aria-pressed='true'], :has(:checked)) {
      outline: 2px solid Highlight;
    }
  }
`
