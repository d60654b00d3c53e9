import type { SenderOptions } from '../../src/delivery/options.ts';
import type { Figures } from './figures.ts';
import type { Heard } from './fleet.ts';
import type { Settings } from './settings.ts';
import type { Storm } from './storm.ts';

/** A run of the chaos, from its settings to what came of it. */
export type Result = {
  settings: Settings;
  sender: SenderOptions;
  storm: Storm;
  heard: Heard;
  figures: Figures;
  /** Messages in channels. */
  stories: number;
  seconds: number;
};

/** Whether a post can come after its quarantine: then a message may stand twice, and how often is only reported. */
const mayDouble = ({ lateCommit, quarantine }: Settings) => lateCommit >= quarantine;

/** Each target that was missed, in a sentence. */
export function failuresOf({ settings, storm, heard, figures, stories }: Result): string[] {
  const { doubled, missed, channelMissed, misplaced, counts, law } = figures;
  const { kills, refused, takenOver } = storm;
  const embedded = settings.db === 'embedded';
  const checks: [isSo: boolean, otherwise: string][] = [
    [doubled === 0 || mayDouble(settings), `${doubled} people were nudged more than once.`],
    [missed === 0, `${missed} people were never nudged.`],
    [channelMissed === 0, `${channelMissed} posts never came to their channel.`],
    [misplaced === 0, `${misplaced} messages don't stand where the database says.`],
    [law, 'Due is not sent + failed + skipped + expired + open.'],
    [counts.open === 0, `${counts.open} messages are still open.`],
    [counts.due === settings.members + stories, `${counts.due} messages were due, not ${settings.members + stories}.`],
    [kills === settings.kills, `Only ${kills} of ${settings.kills} kills came before everything was sent.`],
    [!embedded || refused === kills, `${kills - refused} starts beside a running instance were not refused.`],
    [!embedded || takenOver === kills, `${kills - takenOver} locks of killed instances were not taken over.`],
    [heard.endedBadly.length === 0, `Instances ended without being killed: ${heard.endedBadly.join(', ')}.`],
  ];
  return checks.filter(([isSo]) => !isSo).map(([, otherwise]) => otherwise);
}

/** What came of it, for people. */
export function sentencesOf({ settings, sender, storm, heard, figures, stories, seconds }: Result): string[] {
  const { doubled, mostCopies, missed, channelCopies, counts } = figures;
  return [
    `${settings.members} people and ${stories} posts in channels, ${settings.instances} × the bundle on ${settings.db}, ${seconds} s`,
    `killed while ready: ${storm.kills}, ${storm.senderKills} of them while it was the one that sent`,
    `answers lost: ${settings.drop * 100} %, taking effect up to ${settings.lateCommit} s later`,
    `lease ${sender.leaseSeconds} s, claim ${sender.claimSeconds} s, quarantine ${sender.quarantineSeconds} s, ceiling ${sender.ceiling}/s`,
    `read back: ${heard.found} found, ${heard.absent} not there and sent again`,
    `doubled: ${doubled} (at most ${mostCopies} of one), missed: ${missed}; copies in channels beyond the first: ${channelCopies}`,
    ...(mayDouble(settings)
      ? [
          `a post came up to ${settings.lateCommit} s late, and was read back after ${settings.quarantine} s: ${doubled} doubled beyond what is promised`,
        ]
      : []),
    `due ${counts.due} = sent ${counts.sent} + failed ${counts.failed} + skipped ${counts.skipped} + expired ${counts.expired} + open ${counts.open}`,
    ...(settings.db === 'embedded'
      ? [`second starts refused: ${storm.refused}, locks taken over: ${storm.takenOver}`]
      : []),
    ...[...heard.errors].map(([what, times]) => `in the logs ${times} ×: ${what}`),
  ];
}

/** All figures and settings, flat enough to be kept and compared. */
export function lastLineOf({ settings, sender, storm, heard, figures, stories, seconds }: Result): object {
  const { found, absent, endedBadly } = heard;
  const its = { ...storm, ...figures, readBack: { found, absent }, endedBadly: endedBadly.length, stories, seconds };
  return { proof: 'chaos', figures: its, settings: { ...settings, sender } };
}
