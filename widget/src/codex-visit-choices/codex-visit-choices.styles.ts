import { css } from 'lit'

export const visitChoicesStyles = css`
  :host {
    display: grid;
    gap: 14px;
  }

  .question {
    font-size: calc(var(--_text) * 0.933);
    font-weight: 560;
  }

  .party {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 12px;
  }

  .stepper {
    display: flex;
    align-items: center;
    gap: 4px;
  }

  .step {
    display: grid;
    place-items: center;
    inline-size: 34px;
    block-size: 34px;
    border: 1px solid var(--_boundary);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_accent-text);
  }

  .step .icon {
    inline-size: 16px;
    block-size: 16px;
  }

  .step[aria-disabled='true'] {
    border-color: var(--_line);
    background: transparent;
    color: var(--_muted);
  }

  .count {
    min-inline-size: 2em;
    font-weight: 640;
    text-align: center;
  }

  .problem {
    flex-basis: 100%;
    color: var(--_danger);
    font-size: calc(var(--_text) * 0.9);
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 2px;
    padding: 0;
  }

  .choice {
    display: flex;
    gap: 10px;
    padding-block: 4px;
    cursor: pointer;
  }

  .choice span {
    min-inline-size: 0;
    font-size: calc(var(--_text) * 0.933);
  }

  small {
    display: block;
  }

  small,
  .muted {
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.867);
  }

  input[type='radio'] {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 1px 0 0;
    accent-color: var(--_accent);
  }

  summary {
    min-block-size: 28px;
    color: var(--_accent-text);
    font-size: calc(var(--_text) * 0.933);
    line-height: 28px;
    cursor: pointer;
  }

  summary:focus-visible {
    border-radius: 4px;
  }

  .day {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px 10px;
    align-items: center;
    padding-block: 6px;
  }

  .day + .day {
    border-block-start: 1px solid var(--_line);
  }

  .name {
    overflow-wrap: anywhere;
    font-size: calc(var(--_text) * 0.933);
  }

  select {
    text-align: end;
  }

  .number {
    display: flex;
    grid-column: 1 / -1;
    align-items: center;
    justify-content: flex-end;
    gap: 8px;
    font-size: calc(var(--_text) * 0.9);
  }

  .number input {
    inline-size: 5.5em;
    min-block-size: 36px;
    padding: 4px 8px;
    border: 1px solid var(--_boundary);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    /* Below 16 px a telephone zooms in on the field. */
    font-size: max(16px, 1em);
  }

  .number input:user-invalid {
    border-color: var(--_danger);
  }

  .day .problem {
    display: none;
    grid-column: 1 / -1;
    text-align: end;
  }

  .day:has(:user-invalid) .problem {
    display: block;
  }

  @media (hover: hover) {
    .step:not([aria-disabled='true']):hover {
      border-color: var(--_accent-text);
    }

    summary:hover {
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
  }

  @media (pointer: coarse) {
    .step {
      inline-size: 44px;
      block-size: 44px;
    }

    .choice,
    .number input {
      min-block-size: 44px;
    }

    summary {
      line-height: 44px;
    }
  }
`
