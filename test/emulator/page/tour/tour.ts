/** A guided tour for newcomers, in the language of the person at the keyboard; its texts are Slack's mrkdwn. */
export type Tour = {
  steps: TourStep[];
  /** What is said when all steps are done. */
  end: string;
  /** Another way in, offered at the first step: the same tour as somebody who reads another language. */
  aside?: { says: string; person: string };
};

export type TourStep = {
  says: string;
  /** What it speaks of, by its name for whoever can't see it: a button's words, a field's label. */
  beside: string;
  /** When this comes true the step is done, and the tour goes on by itself. */
  until: Condition;
  /** What "Show me" does, in order. */
  show: Deed[];
};

/** Something that can be seen in the state of the page. */
export type Condition =
  /** A form with this title is on top. */
  | { what: 'form'; title: string }
  /** Since the step began the app has said this in the open conversation. */
  | { what: 'said'; words: string }
  /** The app's Home is open. */
  | { what: 'home' }
  /** The clock has reached the target of this label, as it was when the step began. */
  | { what: 'clock'; target: string }
  /** One of these people sits at the keyboard. */
  | { what: 'person'; ids: string[] };

/** Something that is done for the newcomer, left out where its condition holds already. */
export type Deed = { unless?: Condition } /** The app's conversation or its Home. */ & (
  | { what: 'opens'; tab: 'messages' | 'home' }
  /** A button, or a choice that stands there as one. */
  | { what: 'presses'; button: string }
  /** Leads to a button that is theirs to press. */
  | { what: 'leadsTo'; button: string }
  | { what: 'writes'; field: string; text: string }
  /** Types into a select, and takes the first that fits. */
  | { what: 'picks'; field: string; text: string }
  | { what: 'turns'; target: string }
  /** Sits down at their place, in front of what the app wrote to them. */
  | { what: 'becomes'; person: string }
);
