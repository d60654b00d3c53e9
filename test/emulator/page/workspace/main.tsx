import { useEffect, useState } from 'preact/hooks';
import type { PageMessage, PageState } from '../contract.ts';
import { Home } from '../view/home.tsx';
import type { Where } from './address.ts';
import { Composer } from './composer.tsx';
import { useDoing } from './doing.ts';
import { MessageList } from './message-list.tsx';
import { Tabs } from './tabs.tsx';
import { Welcome } from './welcome.tsx';

type MainProps = { state: PageState; where: Where; go(to: Partial<Where>): void; showEarlier(): void };

/** The open conversation, or the app's Home tab. */
export function Main({ state, where, go, showEarlier }: MainProps) {
  const { send } = useDoing();
  const [answering, setAnswering] = useState<PageMessage | undefined>();
  const conversation = state.conversations.find(({ id }) => id === where.in);
  const isApp = conversation?.kind === 'app';
  const atHome = isApp && where.tab === 'home';
  const unread = conversation?.unread ?? 0;
  useEffect(() => {
    if (unread > 0 && !atHome) void send({ what: 'reads', channel: where.in });
  }, [send, unread, atHome, where.in]);
  // An answer belongs to the conversation it was begun in.
  useEffect(() => setAnswering(undefined), [where.in, where.as]);

  const name = isApp ? state.app.name : `${conversation?.kind === 'public' ? '#' : ''}${conversation?.name ?? ''}`;
  return (
    <main class="main">
      <div class="main-head">
        <h2>{name}</h2>
        {isApp && <Tabs tab={where.tab} choose={(tab) => go({ tab })} />}
      </div>
      <Welcome me={state.me} app={state.app.name} example={state.example} />
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
            answer={setAnswering}
            showEarlier={showEarlier}
            isPanel={isApp}
          />
          <Composer
            key={`${where.in} ${state.me.id}`}
            name={name}
            channel={where.in}
            commands={state.commands}
            shortcuts={state.shortcuts}
            answering={answering}
            stopAnswering={() => setAnswering(undefined)}
            closed={conversation?.archived ? 'This channel is archived.' : undefined}
          />
        </>
      )}
    </main>
  );
}
