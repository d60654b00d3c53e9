import { useEffect, useState } from 'preact/hooks';
import { Inspector } from './inspector/inspector.tsx';
import { useInspecting } from './inspector/use-inspecting.ts';
import { ReadingProvider } from './text/reading.ts';
import { TourCard } from './tour/tour-card.tsx';
import { useTour } from './tour/use-tour.ts';
import { ModalStack } from './view/modal-stack.tsx';
import { useAddress } from './workspace/address.ts';
import { DoingProvider } from './workspace/doing.ts';
import { Main } from './workspace/main.tsx';
import { Lost, Notices, useNotices } from './workspace/notices.tsx';
import { Sidebar } from './workspace/sidebar.tsx';
import { ThreadPane } from './workspace/thread-pane.tsx';
import { TopBar } from './workspace/top-bar.tsx';
import { useDirectory } from './workspace/use-directory.ts';
import { useDoings } from './workspace/use-doings.tsx';
import { useWorkspace } from './workspace/use-workspace.ts';

/** The whole page: who sits here, what they see, and what goes on behind it. */
export function Page() {
  const { where, go } = useAddress();
  const { state, looked, lost, refresh, showEarlier } = useWorkspace(where);
  const directory = useDirectory(state, lost);
  const me = state?.me.id ?? where.as;
  const { doing, dialog, trouble, forgetTrouble } = useDoings(me, refresh);
  const told = useNotices(me, state?.notices);
  const tour = useTour(state, where.tab, go);
  const leaveThread = () => go({ thread: '' });
  const { inspecting, toggle } = useInspecting(where.thread !== '', leaveThread);
  const [choosing, setChoosing] = useState(false);

  useEffect(() => {
    if (state) document.title = `${state.team} – ${state.me.name}`;
  }, [state?.team, state?.me.name]);
  if (!state || !directory) return <Waiting lost={lost} />;
  const here = { ...where, in: state.open.id };
  const looks = ['page', !inspecting && 'no-inspector', choosing && 'choosing'];
  const notices = <Notices {...told} trouble={trouble} forgetTrouble={forgetTrouble} />;
  const guide = tour?.card && <TourCard card={tour.card} seen={state} />;
  return (
    <ReadingProvider value={directory.reading}>
      <DoingProvider value={doing}>
        <div class={looks.filter(Boolean).join(' ')}>
          {state.modals.length === 0 && guide}
          <TopBar
            startTour={tour?.start}
            state={state}
            become={(as) => go({ as, in: '' })}
            inspecting={inspecting}
            toggleInspector={toggle}
            choosing={choosing}
            toggleConversations={() => setChoosing(!choosing)}
          />
          <Sidebar
            state={state}
            channels={directory.channels}
            where={here}
            go={(to) => {
              go(to);
              setChoosing(false);
            }}
          />
          <Main state={state} where={here} go={go} showEarlier={showEarlier} />
          {where.thread && <ThreadPane key={where.thread} state={state} ts={where.thread} leave={leaveThread} />}
          {inspecting && <Inspector state={state} looked={looked} />}
        </div>
        <ModalStack modals={state.modals}>
          {guide}
          {notices}
        </ModalStack>
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
