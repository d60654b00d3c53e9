import { useEffect, useState } from 'preact/hooks';
import { Inspector } from './inspector/inspector.tsx';
import { ReadingProvider, readingOf } from './text/reading.ts';
import { ModalStack } from './view/modal-stack.tsx';
import { useAddress } from './workspace/address.ts';
import { DoingProvider } from './workspace/doing.ts';
import { Main } from './workspace/main.tsx';
import { Lost, Notices } from './workspace/notices.tsx';
import { Sidebar } from './workspace/sidebar.tsx';
import { TopBar } from './workspace/top-bar.tsx';
import { useDoings } from './workspace/use-doings.tsx';
import { useWorkspace } from './workspace/use-workspace.ts';

/** The whole page: who sits here, what they see, and what goes on behind it. */
export function Page() {
  const { where, go } = useAddress();
  const { state, lost, refresh, showEarlier } = useWorkspace(where);
  const me = state?.me.id ?? where.as;
  const { doing, dialog, trouble } = useDoings(me, refresh);
  const [drawer, setDrawer] = useState<'none' | 'conversations' | 'inspector'>('none');
  const [inspecting, setInspecting] = useState(true);

  const open = state?.open.id;
  useEffect(() => {
    if (state) document.title = `${state.team} – ${state.me.name}`;
  }, [state?.team, state?.me.name]);
  if (!state || !open) return <Waiting lost={lost} />;
  const here = { ...where, in: open };
  return (
    <ReadingProvider value={readingOf(state)}>
      <DoingProvider value={doing}>
        <div class={`page ${inspecting ? '' : 'no-inspector'} drawer-${drawer}`}>
          <TopBar
            state={state}
            become={(as) => go({ as, in: '', tab: where.tab })}
            inspecting={inspecting}
            onInspector={() => {
              setInspecting(!inspecting || drawer !== 'inspector');
              setDrawer(drawer === 'inspector' ? 'none' : 'inspector');
            }}
            onConversations={() => setDrawer(drawer === 'conversations' ? 'none' : 'conversations')}
          />
          <Sidebar
            state={state}
            where={here}
            go={(to) => {
              go(to);
              setDrawer('none');
            }}
          />
          <Main state={state} where={here} go={go} showEarlier={showEarlier} />
          {inspecting && <Inspector state={state} />}
        </div>
        <ModalStack modals={state.modals} notices={<Notices key={me} notices={state.notices} trouble={trouble} />} />
        {state.modals.length === 0 && <Notices key={me} notices={state.notices} trouble={trouble} />}
        {dialog}
        {lost && <Lost />}
      </DoingProvider>
    </ReadingProvider>
  );
}

const Waiting = ({ lost }: { lost: boolean }) => (
  <div class="waiting">{lost ? <Lost /> : <p role="status">Opening the workspace …</p>}</div>
);
