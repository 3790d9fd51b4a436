import { css } from 'lit'

// One import is enough for the styles that every element begins with: `[tokens, base, ...]`.
export { base } from './base.styles.js'

/**
 * Text as the widget sets it, whatever the page around it does to its own: of that only the font comes in, and the
 * direction.
 */
export const plainText = css`
  color: var(--_ink);
  font-family: var(--codex-font, inherit);
  font-size: var(--_text);
  letter-spacing: normal;
  word-spacing: normal;
  line-height: 1.45;
  text-align: start;
  text-indent: 0;
  text-transform: none;
  text-shadow: none;
  white-space: normal;
  overflow-wrap: break-word;
`

/**
 * The design tokens of every element.
 *
 * `--codex-*` is what a page sets, on any ancestor; no element ever sets one, so that a value set on
 * `<codex-booking>` (or on `:root`) reaches the elements inside it. Styles read the `--_*` names,
 * which are the page's value or else the default. Five of them are enough to make the widget the
 * page's own: `--codex-accent`, `--codex-ink`, `--codex-surface`, `--codex-radius`, `--codex-font`;
 * the rest is mixed from these.
 *
 * Light or dark is the page's `color-scheme`, which is inherited. `theme="light"`, `theme="dark"` or
 * `theme="auto"` (what the visitor's system prefers) on the outermost element decides for all inside.
 *
 * @cssproperty --codex-accent - what is chosen or can be done
 * @cssproperty --codex-accent-ink - text on the accent; black or white, whichever reads better, unless set
 * @cssproperty --codex-ink - text
 * @cssproperty --codex-muted - text that says less
 * @cssproperty --codex-surface - the ground of the card
 * @cssproperty --codex-soft - a ground that steps back: the side, a hovered row
 * @cssproperty --codex-tint - the ground of what is chosen
 * @cssproperty --codex-line - hairlines
 * @cssproperty --codex-boundary - edges that one has to see: fields, boxes (3:1)
 * @cssproperty --codex-danger - errors
 * @cssproperty --codex-radius - corners of blocks; buttons get 0.8 of it, the card 1.4
 * @cssproperty --codex-font - font family, inherited from the page unless set
 * @cssproperty --codex-font-size - size of body text; all sizes follow it
 * @cssproperty --codex-lane-1 - ground of the first person's blocks; up to `--codex-lane-8`
 * @cssproperty --codex-lane-1-ink - text on it; up to `--codex-lane-8-ink`
 */
export const tokens = css`
  :host {
    --_accent: var(--codex-accent, light-dark(#0f6b5c, #5fd0ba));
    /* White on a dark accent, black on a light one: from the luminance at which both have 4.6:1. */
    --_on-accent: clamp(0, (0.179 - y) * 100000, 1);
    --_accent-ink: var(
      --codex-accent-ink,
      color(from var(--_accent) xyz-d65 calc(var(--_on-accent) * 0.9505) var(--_on-accent) calc(var(--_on-accent) * 1.089))
    );
    /* The accent as text, lines and focus ring on the surface: a page's own may be too pale (or, in the dark, too deep). */
    --_accent-text: light-dark(
      oklch(from var(--_accent) min(l, 0.5) c h),
      oklch(from var(--_accent) max(l, 0.75) c h)
    );
    --_ink: var(--codex-ink, light-dark(#1c1f1e, #eef1f0));
    --_surface: var(--codex-surface, light-dark(#fff, #171b1a));
    --_muted: var(--codex-muted, color-mix(in srgb, var(--_ink) 69%, var(--_surface)));
    --_line: var(--codex-line, color-mix(in srgb, var(--_ink) 12%, var(--_surface)));
    --_boundary: var(--codex-boundary, color-mix(in srgb, var(--_ink) 54%, var(--_surface)));
    --_soft: var(--codex-soft, color-mix(in srgb, var(--_ink) 4.5%, var(--_surface)));
    --_skeleton: color-mix(in srgb, var(--_ink) 8%, var(--_surface));
    --_tint: var(--codex-tint, color-mix(in srgb, var(--_accent) 12%, var(--_surface)));
    --_tint-ink: var(--_accent-text);
    --_danger: var(--codex-danger, light-dark(#b3261e, #f2b8b5));

    --_radius: var(--codex-radius, 14px);
    --_radius-small: calc(var(--_radius) * 0.8);
    --_radius-card: calc(var(--_radius) * 1.4);

    /* Follows the visitor's text size, and stays legible on pages that make 1rem small. */
    --_text: var(--codex-font-size, max(15px, 0.9375rem));
    --_text-small: calc(var(--_text) * 0.867);
    --_text-subheading: calc(var(--_text) * 1.067);
    --_text-heading: calc(var(--_text) * 1.333);

    --_motion: 140ms;

    --_lane-1: var(--codex-lane-1, light-dark(#dcefe9, #17352f));
    --_lane-1-ink: var(--codex-lane-1-ink, light-dark(#0b4f44, #a9e6d8));
    --_lane-2: var(--codex-lane-2, light-dark(#e8e6f7, #2a2748));
    --_lane-2-ink: var(--codex-lane-2-ink, light-dark(#403a82, #cfcaf8));
    --_lane-3: var(--codex-lane-3, light-dark(#fbe9d7, #3d2a17));
    --_lane-3-ink: var(--codex-lane-3-ink, light-dark(#7a4310, #f6d3ad));
    --_lane-4: var(--codex-lane-4, light-dark(#dcebf8, #16304a));
    --_lane-4-ink: var(--codex-lane-4-ink, light-dark(#134a7c, #b5d8f7));
    --_lane-5: var(--codex-lane-5, light-dark(#fae3e6, #432028));
    --_lane-5-ink: var(--codex-lane-5-ink, light-dark(#8a2438, #f8c4cc));
    --_lane-6: var(--codex-lane-6, light-dark(#e9efd3, #2c3416));
    --_lane-6-ink: var(--codex-lane-6-ink, light-dark(#465410, #d6e2a6));
    --_lane-7: var(--codex-lane-7, light-dark(#f6e2f3, #3d2039));
    --_lane-7-ink: var(--codex-lane-7-ink, light-dark(#7a2a6e, #f1c2ea));
    --_lane-8: var(--codex-lane-8, light-dark(#f8eec4, #383010));
    --_lane-8-ink: var(--codex-lane-8-ink, light-dark(#665208, #ecdc98));

    display: block;
    box-sizing: border-box;
    ${plainText}
  }

  :host([hidden]) {
    display: none;
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  :host([theme='auto']) {
    color-scheme: light dark;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0s;
    }
  }
`
