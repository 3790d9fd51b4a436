import { css } from 'lit'

/**
 * What every element builds on: the focus ring, buttons (`.button`, `.button.primary`, `.icon-button`),
 * links (`a`, `.link` on a button), `.visually-hidden`, `.skeleton`, `.figures` (digits of one width).
 */
export const base = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h2,
  h3,
  h4,
  p,
  ol,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }

  ol,
  ul {
    list-style: none;
  }

  h2,
  h3,
  h4 {
    font-weight: 640;
    line-height: 1.25;
  }

  h2 {
    font-size: var(--_text-heading);
    letter-spacing: -0.01em;
  }

  h3 {
    font-size: var(--_text-subheading);
  }

  button {
    appearance: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }

  button[aria-disabled='true'],
  button:disabled {
    cursor: default;
  }

  /* What gets the focus comes to lie above the bar at the bottom of a small screen, not under it. */
  :is(a, button, input, select, summary, textarea) {
    scroll-margin-block: 12px 96px;
  }

  :focus-visible {
    outline: 2px solid var(--_accent-text);
    outline-offset: 2px;
  }

  /* Text has the focus only to be read from there. */
  :is(h2, h3, p):focus {
    outline: none;
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 16px;
    border: 1px solid var(--_boundary);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    font-weight: 600;
    text-align: center;
    text-decoration: none;
  }

  .button.primary {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_accent-ink);
  }

  .button:is([aria-disabled='true'], :disabled) {
    border-color: var(--_line);
    background: var(--_soft);
    color: var(--_muted);
  }

  .icon-button {
    display: inline-grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border-radius: var(--_radius-small);
    color: var(--_muted);
  }

  a,
  .link {
    color: var(--_accent-text);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.18em;
  }

  .link {
    min-block-size: 24px;
    text-align: start;
  }

  @media (hover: hover) {
    .icon-button:not([aria-disabled='true']):hover {
      background: var(--_soft);
      color: var(--_ink);
    }

    .button.primary:not([aria-disabled='true'], :disabled):hover {
      background: color-mix(in srgb, var(--_accent) 90%, var(--_ink));
    }

    .button:not(.primary, [aria-disabled='true'], :disabled):hover {
      border-color: var(--_accent-text);
    }
  }

  @media (pointer: coarse) {
    .icon-button {
      inline-size: 44px;
      block-size: 44px;
    }

    .link {
      min-block-size: 44px;
    }
  }

  .figures {
    font-variant-numeric: tabular-nums;
  }

  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .skeleton {
    border-radius: var(--_radius-small);
    background: var(--_skeleton);
    animation: breathe 1.6s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    from {
      opacity: 0.45;
    }

    to {
      opacity: 1;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .skeleton {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .button.primary {
      border-color: ButtonText;
    }

    .skeleton {
      border: 1px solid GrayText;
    }
  }
`
