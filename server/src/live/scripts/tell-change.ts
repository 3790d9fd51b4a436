/** Remembers a change and tells everybody who listens, as one step. */
export const TELL_CHANGE = `--[[
  KEYS[1]  stream of a site's changes, and name of its channel

  ARGV[1]  JSON list of the dates
  ARGV[2]  about how many changes to remember
  ARGV[3]  how many seconds to remember them after the last one

  Result: the id of the change. On the channel: the id of the one before it, its own id and the dates, between blanks.
  Who has not heard the one before it knows by this that he has missed something.
]]
local before = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1]
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[2], '*', 'dates', ARGV[1])
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('PUBLISH', KEYS[1], (before and before[1] or '0-0') .. ' ' .. id .. ' ' .. ARGV[1])
return id`
