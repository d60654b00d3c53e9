import { failuresOf, lastLineOf, sentencesOf } from './result.ts';
import { settingsOf } from './settings.ts';
import { finish, setStage } from './stage.ts';
import { storm } from './storm.ts';

/**
 * `npm run chaos`: instances of the bundle as processes, killed again and again while they send to a Slack that loses
 * answers. Prints what was doubled and missed, ends with one line of JSON, and with 1 where a target is missed.
 */
const settings = settingsOf(process.argv.slice(2));
const stage = await setStage(settings);
const { fleet, sender, messages, company } = stage;
const began = performance.now();
await fleet.start();
const done = await storm(fleet, settings, messages);
const figures = await finish(stage, settings.lateCommit);
const seconds = Math.round((performance.now() - began) / 1000);
const result = { settings, sender, storm: done, heard: fleet.heard, figures, stories: company.stories, seconds };

const failures = failuresOf(result);
for (const sentence of [...sentencesOf(result), ...failures]) process.stdout.write(`${sentence}\n`);
process.stdout.write(`${JSON.stringify(lastLineOf(result))}\n`);
process.exit(failures.length === 0 ? 0 : 1);
