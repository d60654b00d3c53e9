import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** What stands in somebody's way, in words: by every rule axe-core has, its best practices too, `but` these. */
export async function barriers(page: Page, but: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    for (const { id, help, nodes } of violations.filter((each) => !but.includes(each.id)))
      for (const { target, failureSummary } of nodes)
        found.push(`${colorScheme} ${id}: ${help}\n${target}\n${failureSummary}`);
  }
  return found;
}
