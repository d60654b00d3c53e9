/** Where the product waits for Slack: each method that it calls, and what else passes between the two. */
export const SLACK_POINTS = {
  'auth.test': 'who the token is, at the start',
  'apps.connections.open': 'where to connect',
  'views.open': 'a form that opens',
  'views.push': 'a word above a form',
  'views.update': 'a form that changes',
  'views.publish': 'somebody’s Home',
  'chat.postMessage': 'a message that goes out',
  'chat.update': 'a message that changes',
  'chat.delete': 'a message that goes',
  'conversations.open': 'the direct message of a lost post',
  'conversations.history': 'a lost post that is read back',
  'conversations.replies': 'what somebody wrote in a thread',
  'conversations.info': 'a channel that an admin chose',
  'files.getUploadURLExternal': 'where a file is brought',
  upload_url: 'a file on its way',
  'files.completeUploadExternal': 'a file that is shown',
  'files.info': 'where a file is that somebody brought',
  'users.list': 'the roster',
  'users.info': 'somebody whom the roster doesn’t know',
  response_url: 'an answer below what was typed',
  socket: 'the connection that Slack’s requests come over',
  delivery: 'a request on its way',
} as const;

/** Where the product waits for its database. */
export const DATABASE_POINTS = {
  'database: connection': 'a connection',
  'database: migrations': 'what the schema is',
  'database: role': 'whether the role is there',
  'database: workspace': 'the row of this workspace',
  'database: enrolment': 'a sender’s row',
  'database: look': 'when there is something to send',
  'database: upkeep': 'what time has settled',
  'database: lease': 'who sends',
  'database: claim': 'the next message',
  'database: commit of a claim': 'that the claim stands',
  'database: record': 'what became of a message',
  'database: commit of a record': 'that this is written',
  'database: entry': 'who it is',
  'database: draft': 'a form that is begun',
  'database: search': 'customers by name',
  'database: save': 'a form that is saved',
  'database: commit of a save': 'that it is saved',
  'database: tick': 'what is due',
  'database: count': 'how many messages are in which state',
  'database: self-check': 'whether it answers',
} as const;

/** Where it waits for its own machine. */
export const MACHINE_POINTS = {
  'disk: embedded database': 'rows in DATA_DIR',
  'disk: mark': 'the mark of what was sent',
  'disk: lock': 'the lock on the embedded database',
  process: 'its own turn on the processor',
} as const;

export type SlackPoint = keyof typeof SLACK_POINTS;
export type DatabasePoint = keyof typeof DATABASE_POINTS;
export type Point = SlackPoint | DatabasePoint | keyof typeof MACHINE_POINTS;

/** Addresses that Slack gives for one use: they are no methods, and don't go through the proxy. */
export const ADDRESSES: readonly string[] = ['response_url', 'upload_url'];

/** Points of Slack that are no methods. */
const NO_METHODS: readonly string[] = [...ADDRESSES, 'socket', 'delivery'];

export const POINTS = { ...SLACK_POINTS, ...DATABASE_POINTS, ...MACHINE_POINTS };

/** Every method of Slack's that the product calls. */
export const METHODS: readonly string[] = Object.keys(SLACK_POINTS).filter((point) => !NO_METHODS.includes(point));
