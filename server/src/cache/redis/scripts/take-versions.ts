/** Reads versions; where there is none, there is a new one from now on. */
export const TAKE_VERSIONS = `--[[
  No two keys have the same version, so that a list of them stands for these keys and no others.

  KEYS[*]  versions

  ARGV[1]  a token that was never there before
  ARGV[2]  how many seconds a new version is kept

  Result: the versions, in the order of the keys.
]]
local result = {}
for i = 1, #KEYS do
  redis.call('SET', KEYS[i], ARGV[1] .. i, 'NX', 'EX', ARGV[2])
  result[i] = redis.call('GET', KEYS[i])
end
return result`
