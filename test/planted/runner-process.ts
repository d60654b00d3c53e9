import path from 'node:path';
import { createVitest, type TestCase } from 'vitest/node';
import type { Answer, Question } from './runner.ts';

/** The child of runner.ts: a test runner that stays warm, in the folder it was started in. One question at a time. */
const TEST_MS = 60_000;

const vitest = await createVitest('test', { watch: false, testTimeout: TEST_MS, reporters: [{}] });
process.on('disconnect', () => process.exit());
process.on('message', (question: Question) => {
  void answer(question).then((tests) => process.send?.(tests));
});

async function answer({ file, names, changed }: Question): Promise<Answer> {
  for (const one of changed) vitest.invalidateFile(path.resolve(one));
  vitest.setGlobalTestNamePattern(new RegExp(`^(${names.map(quoted).join('|')})$`));
  const specifications = await vitest.getRelevantTestSpecifications([path.resolve(file)]);
  const { testModules } = await vitest.runTestSpecifications(specifications);
  const tests = testModules.flatMap(({ children }) => [...children.allTests()]);
  return tests.map((test) => {
    const { state, errors = [] } = test.result();
    return { name: fullName(test), state, errors: errors.map(({ message }) => message) };
  });
}

/** As `-t` takes it: with the suites it stands in, and spaces between. */
function fullName(test: TestCase): string {
  const names = [test.name];
  for (let { parent } = test; parent.type === 'suite'; { parent } = parent) names.unshift(parent.name);
  return names.join(' ');
}

function quoted(name: string) {
  return name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
