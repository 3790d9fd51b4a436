// @ts-check
/** @import { Money, Site } from '@codex-booking/sdk' */

/**
 * How a site's times and prices are written.
 *
 * @param {Site} site
 */
export const wordsFor = ({ timeZone, currency }) => {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' })
  const day = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'full' })
  const price = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
  const minorPerMajor = 10 ** (price.resolvedOptions().maximumFractionDigits ?? 2)
  return {
    /** @param {string} instant */
    day: (instant) => day.format(new Date(instant)),
    /** @param {string} instant */
    time: (instant) => time.format(new Date(instant)),
    /** @param {Money} money */
    price: ({ amountMinor }) => price.format(amountMinor / minorPerMajor),
    /**
     * The day it is at the site in so many minutes, as the API takes it: `2027-03-16`.
     *
     * @param {number} minutes
     */
    dayIn: (minutes) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(Date.now() + minutes * 60_000),
  }
}
