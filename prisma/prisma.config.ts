import { defineConfig } from 'prisma/config';

// generate, validate and format never run the native schema engine, yet the CLI wants one to exist and
// would download it. Any existing file satisfies it, so these commands work offline too.
if (process.argv.some((argument) => ['generate', 'validate', 'format'].includes(argument)))
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

// No update check: building Mantra talks to nobody but the package manager.
process.env.CHECKPOINT_DISABLE ??= '1';

export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://localhost/unused' },
});
