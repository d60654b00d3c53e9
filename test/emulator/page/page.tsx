import { useEffect, useState } from 'preact/hooks';
import { Inspector } from './inspector/inspector.tsx';
import { ReadingProvider, readingOf } from './text/reading.ts';
import { ModalStack } from './view/modal-stack.tsx';
import { useAddress } from './workspace/address.ts';
import { DoingProvider } from './workspace/doing.ts';
import { Main } from './workspace/main.tsx';
import { Lost, Notices, useNotices } from './workspace/notices.tsx';
import { Sidebar } from './workspace/sidebar.tsx';
import { TopBar } from './workspace/top-bar.tsx';
import { useDoings } from './workspace/use-doings.tsx';
import { useWorkspace } from './workspace/use-workspace.ts';

/** Below this width (pixels) the inspector lies over the page, so it isn't open at first; the same as in phone.css. */
const ROOM_FOR_INSPECTOR = 1020;

/** The whole page: who sits here, what they see, and what goes on behind it. */
export function Page() {
  const { where, go } = useAddress();
  const { state, lost, refresh, showEarlier } = useWorkspace(where);
  const me = state?.me.id ?? where.as;
  const { doing, dialog, trouble, forgetTrouble } = useDoings(me, refresh);
  const told = useNotices(me, state?.notices);
  const [inspecting, setInspecting] = useState(innerWidth > ROOM_FOR_INSPECTOR);
  const [choosing, setChoosing] = useState(false);

  const open = state?.open.id;
  useEffect(() => {
    if (state) document.title = `${state.team} – ${state.me.name}`;
  }, [state?.team, state?.me.name]);
  if (!state || !open) return <Waiting lost={lost} />;
  const here = { ...where, in: open };
  const notices = <Notices {...told} trouble={trouble} forgetTrouble={forgetTrouble} />;
  return (
    <ReadingProvider value={readingOf(state)}>
      <DoingProvider value={doing}>
        <div class={`page ${inspecting ? '' : 'no-inspector'} ${choosing ? 'choosing' : ''}`}>
          <TopBar
            state={state}
            become={(as) => go({ as, in: '', tab: where.tab })}
            inspecting={inspecting}
            toggleInspector={() => setInspecting(!inspecting)}
            choosing={choosing}
            toggleConversations={() => setChoosing(!choosing)}
          />
          <Sidebar
            state={state}
            where={here}
            go={(to) => {
              go(to);
              setChoosing(false);
            }}
          />
          <Main state={state} where={here} go={go} showEarlier={showEarlier} />
          {inspecting && <Inspector state={state} />}
        </div>
        <ModalStack modals={state.modals} notices={notices} />
        {state.modals.length === 0 && notices}
        {dialog}
        {lost && <Lost />}
      </DoingProvider>
    </ReadingProvider>
  );
}

const Waiting = ({ lost }: { lost: boolean }) => (
  <div class="waiting">{lost ? <Lost /> : <p role="status">Opening the workspace …</p>}</div>
);
