import { css } from 'lit'

/** `.changed`: something is different from what was chosen. */
export const changed = css`
  .changed {
    display: flex;
    gap: 10px;
    margin-block-end: 18px;
    padding: 12px 14px;
    border-radius: var(--_radius-small);
    background: var(--_tint);
  }

  .changed .icon {
    flex: none;
    margin-block-start: 0.05em;
  }
`
