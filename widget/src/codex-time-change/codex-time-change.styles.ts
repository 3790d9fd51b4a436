import { css } from 'lit'

export const timeChangeStyles = css`
  :host {
    display: block;
    margin-block-end: 24px;
  }

  .both {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: 10px;
  }

  .time {
    min-inline-size: 0;
    padding: 14px 16px;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .time.then {
    border-color: var(--_accent);
    background: var(--_tint);
  }

  h3 {
    margin-block-end: 6px;
    color: var(--_muted);
    font-size: var(--_text-small);
    font-weight: 560;
  }

  .then h3,
  .then .who {
    color: var(--_ink);
  }

  .when {
    font-weight: 600;
    text-wrap: balance;
  }

  .now .when {
    color: var(--_muted);
    font-weight: 450;
  }

  .who {
    margin-block-start: 4px;
    color: var(--_muted);
    font-size: calc(var(--_text) * 0.933);
  }

  .same,
  .error {
    margin-block-start: 14px;
  }

  .error {
    display: flex;
    gap: 7px;
    color: var(--_danger);
  }

  .error .icon {
    flex: none;
  }

  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-block-start: 18px;
  }
`
