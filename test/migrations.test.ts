import { expect, it } from 'vitest';
import { pendingSql } from '../prisma/schema-engine.ts';
import { MIGRATIONS } from '../src/db/open.ts';
import { inPackage } from '../src/package-root.ts';

it('the migrations make exactly what the schema says', async () => {
  expect(await pendingSql(inPackage('prisma', 'schema.prisma'), MIGRATIONS)).toBeNull();
});
