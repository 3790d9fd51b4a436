import { css } from 'lit'

export const timeChoiceStyles = css`
  :host {
    container-type: inline-size;
  }

  .when {
    display: grid;
    gap: 24px;
  }

  .month,
  .day {
    min-inline-size: 0;
  }

  /* On one line with the name of the month. */
  .day h3 {
    display: flex;
    align-items: center;
    min-block-size: 36px;
    margin-block-end: 8px;
  }

  .day h3:focus {
    outline: none;
  }

  @media (pointer: coarse) {
    .day h3 {
      min-block-size: 44px;
    }
  }

  /* In em: with large text there is less room beside each other. */
  @container (min-width: 37em) {
    .when {
      grid-template-columns: minmax(252px, 304px) minmax(0, 1fr);
      gap: 28px;
    }
  }

  .taken {
    display: grid;
    gap: 12px;
    margin-block-end: 22px;
    padding: 14px 16px;
    border-radius: var(--_radius-small);
    background: var(--_tint);
  }

  .alternatives {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .alternative {
    min-block-size: 44px;
    padding: 8px 14px;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius-small);
    background: var(--_surface);
    color: var(--_tint-ink);
    font-weight: 560;
  }

  @media (hover: hover) {
    .alternative:hover {
      background: var(--_soft);
    }
  }
`
