/** Places something now, and again whenever the page moves or one of `watched` changes its size; answers how to stop. */
export function keepPlaced(place: () => void, watched: readonly Element[]): () => void {
  place();
  const watch = new ResizeObserver(place);
  for (const each of watched) watch.observe(each);
  addEventListener('scroll', place, true);
  addEventListener('resize', place);
  return () => {
    watch.disconnect();
    removeEventListener('scroll', place, true);
    removeEventListener('resize', place);
  };
}
