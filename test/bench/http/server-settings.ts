/** The settings of a server that is measured: those of production, but for the line that is logged for each request. */
export const serverSettings = (databaseUrl: string): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  MANAGE_TOKEN_SECRETS: 'x'.repeat(32),
  LOG_LEVEL: 'warn',
  ONLY_PROCESS: 'yes',
})
