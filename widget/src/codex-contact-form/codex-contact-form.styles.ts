import { css } from 'lit'

export const contactFormStyles = css`
  form {
    display: grid;
    gap: 18px;
    max-inline-size: 460px;
  }

  .held {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 14px;
    max-inline-size: 460px;
    margin-block-end: 20px;
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.933);
  }

  .held [role='timer'] {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
  }

  .held [role='timer']:focus {
    outline: none;
  }

  .held b {
    font-weight: 600;
  }

  .held progress {
    appearance: none;
    flex: none;
    inline-size: 64px;
    block-size: 4px;
    border: 0;
    border-radius: 99px;
    background: var(--_line);
    overflow: hidden;
  }

  .held progress::-webkit-progress-bar {
    background: transparent;
  }

  .held progress::-webkit-progress-value {
    background: var(--_accent);
  }

  .held progress::-moz-progress-bar {
    background: var(--_accent);
  }

  .held.expired {
    padding: 12px 14px;
    border-radius: var(--_radius-small);
    background: var(--_tint);
    color: var(--_ink);
  }

  .held .error {
    flex-basis: 100%;
  }

  .field label {
    display: block;
    margin-block-end: 6px;
    font-size: calc(var(--_text) * 0.933);
    font-weight: 560;
  }

  label small {
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.867);
    font-weight: 450;
  }

  .field :is(input, textarea) {
    display: block;
    inline-size: 100%;
    min-block-size: 46px;
    margin: 0;
    padding: 10px 13px;
    border: 1px solid var(--_boundary);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: inherit;
    /* Below 16 px a phone zooms into the field. */
    font: inherit;
    font-size: max(16px, var(--_text));
  }

  .field textarea {
    min-block-size: 84px;
    resize: vertical;
  }

  .field :is(input, textarea):focus-visible {
    outline-offset: 0;
  }

  form [aria-invalid='true'] {
    border-color: var(--_danger);
    outline-color: var(--_danger);
    box-shadow: 0 0 0 1px var(--_danger);
  }

  .error {
    display: flex;
    gap: 7px;
    margin-block-start: 6px;
    color: var(--_danger);
    font-size: calc(var(--_text) * 0.9);
  }

  .error .icon {
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 0.2em;
  }

  .failed {
    margin: 0;
  }

  .consent {
    display: grid;
    grid-template-columns: 24px minmax(0, 1fr);
    gap: 10px;
    font-size: calc(var(--_text) * 0.933);
  }

  .consent input {
    inline-size: 22px;
    block-size: 22px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .consent a {
    white-space: nowrap;
  }

  .send {
    display: grid;
    gap: 12px;
  }

  .send .button {
    min-block-size: 48px;
  }

  .muted {
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.933);
  }

  @media (pointer: coarse) {
    .consent label {
      display: inline-block;
      min-block-size: 32px;
    }
  }
`
