/** Stores what was read from the database, except where it has changed since. */
export const STORE_LEASED = `--[[
  A lease that is gone may have been taken away by a change, and then the value may be from before it.

  KEYS[odd]   busy time of a resource on a day
  KEYS[even]  its lease

  ARGV[1]     how many seconds to keep it
  ARGV[even]  for each pair, the token of the lease that was handed out
  ARGV[odd]   for each pair, from 3 on, the busy time

  Result: how many were stored.
]]
local stored = 0
for i = 1, #KEYS, 2 do
  if redis.call('GET', KEYS[i + 1]) == ARGV[i + 1] then
    redis.call('SET', KEYS[i], ARGV[i + 2], 'EX', ARGV[1])
    stored = stored + 1
  end
end
return stored`
