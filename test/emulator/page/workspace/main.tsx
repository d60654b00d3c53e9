import { useEffect } from 'preact/hooks';
import type { PageConversation, PageState } from '../contract.ts';
import { Home } from '../view/home.tsx';
import type { Where } from './address.ts';
import { Closed } from './closed.tsx';
import { Composer } from './composer.tsx';
import { useDoing } from './doing.ts';
import { MessageList } from './message-list.tsx';
import { nameOf } from './naming.ts';
import { Tabs } from './tabs.tsx';
import { ThreadList } from './thread-list.tsx';
import { Welcome } from './welcome.tsx';

type MainProps = { state: PageState; where: Where; go(to: Partial<Where>): void; showEarlier(): void };

/** The open conversation, the app's Home tab, or the threads one is in. */
export function Main({ state, where, go, showEarlier }: MainProps) {
  const conversation = state.conversations.find(({ id }) => id === where.in);
  const isApp = conversation?.kind === 'app';
  const atThreads = where.tab === 'threads';
  const atHome = isApp && where.tab === 'home';
  useReadMark(conversation, !atHome && !atThreads);
  if (atThreads)
    return (
      <ThreadList threads={state.threads.list ?? []} conversations={state.conversations} app={state.app.name} go={go} />
    );

  const name = nameOf(conversation, state.app.name);
  return (
    <main class="main" tabIndex={-1}>
      <div class="main-head">
        <h2>{name}</h2>
        {isApp && <Tabs tab={where.tab} choose={(tab) => go({ tab })} />}
        {conversation && !isApp && <About conversation={conversation} />}
      </div>
      {state.example && <Welcome me={state.me} app={state.app.name} example={state.example} />}
      {atHome ? (
        <div class="scroller" role="tabpanel" id="panel-home" aria-labelledby="tab-home">
          <Home key={state.me.id} home={state.home} app={state.app.name} />
        </div>
      ) : (
        <>
          <MessageList
            key={`${state.me.id} ${state.open.id}`}
            state={state}
            title={name}
            openThread={(thread) => go({ tab: 'messages', thread })}
            showEarlier={showEarlier}
            isPanel={isApp}
          />
          {conversation && (!conversation.member || conversation.archived) ? (
            <Closed conversation={conversation} />
          ) : (
            <Composer
              key={`${where.in} ${state.me.id}`}
              label={`Message ${name}`}
              channel={where.in}
              commands={state.commands}
              shortcuts={state.shortcuts}
            />
          )}
        </>
      )}
    </main>
  );
}

/** What is looked at is read. */
function useReadMark(conversation: PageConversation | undefined, isSeen: boolean) {
  const { send } = useDoing();
  const { id = '', unread = 0 } = conversation ?? {};
  useEffect(() => {
    if (unread > 0 && isSeen) void send({ what: 'reads', channel: id });
  }, [send, unread, isSeen, id]);
}

/** How many are here, whether others than colleagues read along, and what it is for. */
const About = ({ conversation: { kind, members, external, topic } }: { conversation: PageConversation }) => (
  <p class="about">
    {external && <strong class="external">Shared with another organisation</strong>}
    {kind !== 'im' && <span>{members === 1 ? '1 member' : `${members} members`}</span>}
    {topic && <span class="topic">{topic}</span>}
  </p>
);
