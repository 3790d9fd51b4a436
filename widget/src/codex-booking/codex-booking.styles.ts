import { css } from 'lit'
import { plainText } from '../tokens.styles.js'

export const bookingStyles = css`
  /* The frame as well: what a page says of every element it says of the host too, and has the last word there. */
  :host,
  .frame {
    container-type: inline-size;
    max-inline-size: 1040px;
    scroll-margin-block-start: 16px;
  }

  .card {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    background: var(--_surface);
    /* Again, for the same reason. */
    ${plainText}
    /* Not hidden: that would be a scroller of its own, in which nothing sticks. */
    overflow: clip;
  }

  .main {
    min-inline-size: 0;
    padding: 22px 20px 24px;
  }

  .side {
    padding: 22px 20px 24px;
    border-block-start: 1px solid var(--_line);
    background: var(--_soft);
  }

  .lines {
    display: grid;
    gap: 12px;
    margin-block-start: 20px;
  }

  .lines .skeleton {
    block-size: 44px;
  }

  codex-visit-bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
  }

  .services codex-visit-summary::part(next),
  .time codex-visit-summary::part(next) {
    display: none;
  }

  @container (min-width: 50.6em) {
    .card:not(.alone) {
      grid-template-columns: minmax(0, 1fr) 348px;
    }

    .main {
      padding: 28px 28px 32px;
    }

    .side {
      padding: 26px 24px;
      border-block-start: 0;
      border-inline-start: 1px solid var(--_line);
    }

    /* A long list scrolls by, the visit stays in sight. */
    codex-visit-summary {
      position: sticky;
      inset-block-start: 24px;
      /* One that is higher than the window scrolls in itself; the room around it is for focus rings. */
      max-block-size: calc(100dvh - 48px);
      overflow-y: auto;
      margin: -4px;
      padding: 4px;
    }

    .card codex-visit-summary::part(next) {
      position: sticky;
      inset-block-end: 0;
      display: flex;
      /* What scrolls below it does not touch it. */
      box-shadow: 0 0 0 8px var(--_soft);
      flex: none;
    }

    codex-visit-bar {
      display: none;
    }
  }

  .hint {
    margin-block-start: 4px;
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.933);
  }

  .answer {
    margin-block-start: 20px;
  }

  .trail {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
    margin-block: -4px 12px;
    margin-inline-start: -20px;
    color: var(--_muted);
    font-size: var(--_text-small);
  }

  /* A dash stands before every step, and is cut off where a line begins: none has one at its start or its end. */
  nav {
    overflow-x: clip;
    overflow-clip-margin: 4px;
  }

  .trail li {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 28px;
  }

  .trail li::before {
    flex: none;
    inline-size: 12px;
    block-size: 1px;
    background: var(--_boundary);
    content: '';
    opacity: 0.5;
  }

  @container (max-width: 479px) {
    .trail .ahead {
      display: none;
    }
  }

  .trail button {
    min-block-size: 28px;
  }

  .trail [aria-current] {
    color: var(--_ink);
    font-weight: 600;
  }

  @media (hover: hover) {
    .trail button:hover {
      text-decoration: underline;
    }
  }

  @media (pointer: coarse) {
    .trail button {
      min-block-size: 44px;
    }
  }

  .seal {
    display: grid;
    place-items: center;
    inline-size: 44px;
    block-size: 44px;
    margin-block-end: 14px;
    border-radius: 99px;
    background: var(--_tint);
    color: var(--_accent-text);
  }
`
