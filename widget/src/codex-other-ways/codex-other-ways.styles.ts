import { css } from 'lit'

export const otherWaysStyles = css`
  details {
    font-size: calc(var(--_text) * 0.9);
  }

  fieldset {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    margin: 4px 0 0;
    padding: 0;
    border: 0;
  }

  .elsewhere {
    visibility: hidden;
  }

  summary {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-block-size: 28px;
    border-radius: 6px;
    color: var(--_accent-text);
    font-weight: 540;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary .icon {
    inline-size: 16px;
    block-size: 16px;
    transition: transform var(--_motion);
  }

  [open] .icon {
    transform: rotate(180deg);
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
    summary {
      min-block-size: 44px;
    }

    .way {
      align-items: center;
      min-block-size: 44px;
    }
  }
`
