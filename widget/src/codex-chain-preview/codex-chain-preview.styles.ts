import { css, unsafeCSS } from 'lit'
import { TINTS } from './tints.js'

const tints = unsafeCSS(
  Array.from(
    { length: TINTS },
    (_, index) =>
      `[data-tint='${index + 1}'] { --_ground: var(--_lane-${index + 1}); color: var(--_lane-${index + 1}-ink); }`,
  ).join('\n'),
)

/** The width, in em, below which so many services do not fit side by side: the drawing becomes a list. */
const narrowest = { 2: 15, 3: 18.5, 4: 25 }

/** More lanes than this are treated alike. */
export const MOST_LANES = 4

const listsWhereNarrow = unsafeCSS(
  Object.entries(narrowest)
    .map(
      ([lanes, width]) => `@container (max-width: ${width}em) {
        [data-lanes='${lanes}'] :is(.axis, .colon) { display: none; }
        [data-lanes='${lanes}'], [data-lanes='${lanes}'] ol { display: block; margin: 0; }
        [data-lanes='${lanes}'] .when { all: unset; display: block; }
        [data-lanes='${lanes}'] .wait .when { display: inline; margin-inline-end: 0.5em; }
      }`,
    )
    .join('\n'),
)

export const chainPreviewStyles = css`
  ${tints}

  /* Not the host, on which a reset of the page's styles has the last word. */
  .drawing {
    container-type: inline-size;
    font-variant-numeric: tabular-nums;
    animation: appear var(--_motion) ease-out;
  }

  @keyframes appear {
    from {
      opacity: 0;
      transform: translateY(3px);
    }
  }

  h4 {
    font-size: var(--_text-small);
    font-weight: 600;
    margin-block-end: 6px;
  }

  .line + h4 {
    margin-block-start: 14px;
  }

  .line {
    display: grid;
    /* Half a line above and below, for the first and the last time stand astride their lines. */
    padding-block: 0.5em;
  }

  .axis,
  ol {
    display: grid;
    grid-row: 1 / -1;
    grid-template-columns: subgrid;
    grid-template-rows: subgrid;
  }

  .axis {
    grid-column: 1 / -1;
  }

  ol {
    grid-column: 2 / -1;
  }

  .time {
    grid-column: 1;
    align-self: start;
    /* No row is lower than that: neighbours never touch. */
    block-size: 1.45em;
    margin-block: -0.725em;
    padding-inline-end: 12px;
    color: var(--_muted);
    font-size: var(--_text-small);
    text-align: end;
    white-space: nowrap;
  }

  .hairline {
    grid-column: 2 / -1;
    align-self: start;
    block-size: 1px;
    background: var(--_line);
  }

  .last {
    align-self: end;
  }

  .block {
    display: flex;
    flex-wrap: wrap;
    position: relative;
    min-inline-size: 0;
    margin: 2px 2px 1px;
    border-radius: calc(var(--_radius) * 0.72);
    background: var(--_ground);
    overflow: clip;
    font-size: var(--_text-small);
    line-height: 1.35;
    hyphens: auto;
  }

  b {
    display: block;
    font-weight: 640;
  }

  .details {
    display: block;
  }

  .doing,
  .also {
    min-inline-size: 0;
    padding: 7px 10px;
  }

  .doing {
    flex: 3 1 7em;
  }

  /* Side by side with who does it; below, where that would be too narrow. */
  .also {
    flex: 1 1 5.5em;
    background: var(--_ground);
  }

  /* Where grounds are not painted. */
  @media print, (forced-colors: active) {
    .block,
    .also {
      border: 1px solid currentColor;
    }

    /* The other two edges are those of the block. */
    .also {
      margin: -1px 0 0 -1px;
      border-width: 1px 0 0 1px;
    }
  }

  .processing,
  .sample {
    border: 1px dashed currentColor;
    background: repeating-linear-gradient(135deg, var(--_ground) 0 6px, transparent 6px 12px);
  }

  .processing .doing {
    align-self: center;
  }

  :is([data-lanes='3'], [data-lanes='4']) .block {
    font-size: calc(var(--_text) * 0.8);
  }

  :is([data-lanes='3'], [data-lanes='4']) :is(.doing, .also) {
    padding-inline: 6px 4px;
  }

  .brief :is(.doing, .also) {
    padding-block: 3px;
  }

  .brief :is(b, .details) {
    display: inline;
  }

  .wait {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    position: relative;
    min-block-size: 1.9em;
    padding-inline-start: 26px;
    color: var(--_muted);
    font-size: var(--_text-small);
  }

  /* A dotted way from one service to the next. */
  .wait::before {
    content: '';
    position: absolute;
    inset-block: 4px 3px;
    inset-inline-start: 14px;
    border-inline-start: 2px dotted var(--_boundary);
  }

  .legend {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-block-start: 6px;
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.8);
  }

  .sample {
    --_ground: color-mix(in srgb, var(--_muted) 40%, transparent);
    inline-size: 26px;
    block-size: 14px;
    border-radius: 4px;
  }

  ${listsWhereNarrow}
`
