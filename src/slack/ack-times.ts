import type { App, ReceiverEvent } from '@slack/bolt';
import type { Clock } from '../clock.ts';

/** Tells how long each request of Slack's waits for its acknowledgement, from the moment Bolt gets it (seconds). */
export function timeAcks(app: App, clock: Clock, acked: (seconds: number) => void): void {
  const work = app.processEvent.bind(app);
  app.processEvent = (event: ReceiverEvent) => {
    const from = clock.now().getTime();
    return work({
      ...event,
      ack: async (response) => {
        const answer = await event.ack(response);
        acked((clock.now().getTime() - from) / 1000);
        return answer;
      },
    });
  };
}
