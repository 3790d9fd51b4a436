import type { Money } from '@codex-booking/sdk/contract'
import { numberFormatter } from './formatters.js'

/** An amount with its currency as the language writes it: `45,00 €`, `€45.00`, `¥4,500`. */
export function formatMoney(money: Money, locale: string): string {
  const formatter = numberFormatter(locale, { style: 'currency', currency: money.currency })
  // How many digits the smallest unit has is a property of the currency: 2 for EUR, 0 for JPY.
  const digits = formatter.resolvedOptions().maximumFractionDigits ?? 2
  return formatter.format(money.amountMinor / 10 ** digits)
}
