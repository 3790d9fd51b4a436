import { css } from 'lit'

export const timeChoiceStyles = css`
  :host {
    container-type: inline-size;
  }

  .parts-of-day {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    min-inline-size: 0;
    margin: 0 0 20px;
    padding: 0;
    border: 0;
  }

  .pill {
    position: relative;
    display: inline-grid;
    place-items: center;
  }

  /* It lies over its words, unseen but for the focus ring. */
  .pill input {
    position: absolute;
    inset: -1px;
    appearance: none;
    margin: 0;
    border-radius: inherit;
    cursor: inherit;
  }

  /* All four in one line on a telephone, side by side like one control. */
  @container (max-width: 24em) {
    .parts-of-day {
      gap: 0;
    }

    .pill {
      flex: 1 0 auto;
      margin-inline-start: -1px;
      padding-inline: 3px;
      border-radius: 0;
    }

    .pill:first-of-type {
      margin-inline-start: 0;
      border-start-start-radius: var(--_radius-small);
      border-end-start-radius: var(--_radius-small);
    }

    .pill:last-of-type {
      border-start-end-radius: var(--_radius-small);
      border-end-end-radius: var(--_radius-small);
    }

    .pill:has(:checked, :focus-visible) {
      z-index: 1;
    }
  }

  .all {
    margin-block-start: 10px;
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
