import type { Money } from '@codex-booking/sdk/contract'
import { numberFormatter } from './formatters.js'

const formatterOf = (currency: string, locale: string) => {
  const formatter = numberFormatter(locale, { style: 'currency', currency })
  // How many digits the smallest unit has is a property of the currency: 2 for EUR, 0 for JPY.
  const units = 10 ** (formatter.resolvedOptions().maximumFractionDigits ?? 2)
  return { formatter, units }
}

/** An amount with its currency as the language writes it: `45,00 €`, `€45.00`, `¥4,500`. */
export function formatMoney(money: Money, locale: string): string {
  const { formatter, units } = formatterOf(money.currency, locale)
  return formatter.format(money.amountMinor / units)
}

/** Two amounts of one currency, from and to: `45,00–52,00 €`. */
export function formatMoneyRange(from: Money, to: Money, locale: string): string {
  const { formatter, units } = formatterOf(from.currency, locale)
  return formatter.formatRange(from.amountMinor / units, to.amountMinor / units)
}
