import { useEffect } from 'preact/hooks';
import { Blocks } from '../blocks/block.tsx';
import { PlaceProvider } from '../blocks/place.ts';
import type { PageView } from '../contract.ts';
import { useDoing } from '../workspace/doing.ts';
import { usePlaceOf } from '../workspace/use-place.ts';

/** The app's Home tab. Opening it tells the app, which then shows what is new. */
export function Home({ home, app }: { home: PageView | undefined; app: string }) {
  const { send } = useDoing();
  useEffect(() => void send({ what: 'opensHome' }), [send]);
  return (
    <div class="home">{home ? <HomeView view={home} /> : <p role="status">{app} is getting this page ready …</p>}</div>
  );
}

function HomeView({ view }: { view: PageView }) {
  const { place } = usePlaceOf({
    surface: 'home',
    container: { kind: 'view', viewId: view.id },
    values: view.values,
    errors: view.errors,
  });
  return (
    <PlaceProvider value={place}>
      <Blocks blocks={view.blocks} />
    </PlaceProvider>
  );
}
