import { css } from 'lit'

export const confirmationStyles = css`
  .rows {
    border-block-end: 1px solid var(--_line);
  }

  .rows li {
    display: flex;
    gap: 14px;
    padding-block: 14px;
    border-block-start: 1px solid var(--_line);
  }

  .rows .icon {
    flex: none;
    margin-block-start: 0.05em;
    color: var(--_muted);
  }

  .rows small {
    display: block;
    margin-block-start: 1px;
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.9);
  }

  .over li:first-child p {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 20px;
    margin-block-start: 20px;
    font-weight: 540;
  }

  .actions a {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
  }

  .muted {
    margin-block-start: 14px;
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.933);
  }

  .cancel {
    display: grid;
    gap: 12px;
    margin-block-start: 18px;
    padding: 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .cancel .muted {
    margin: 0;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }

  .danger {
    border-color: var(--_danger);
    color: var(--_danger);
  }

  .error {
    color: var(--_danger);
  }

  @media (pointer: coarse) {
    .actions a {
      min-block-size: 44px;
    }
  }
`
