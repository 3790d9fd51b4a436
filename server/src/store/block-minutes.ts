/** SQL: the minute, since the epoch, in which a moment lies. */
export const minuteDown = (moment: string): string => `floor(extract(epoch FROM ${moment}) / 60)::int`

/** SQL: the first minute that begins at a moment or after it. */
export const minuteUp = (moment: string): string => `ceil(extract(epoch FROM ${moment}) / 60)::int`
