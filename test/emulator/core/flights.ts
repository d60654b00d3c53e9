/** Something on its way: the app or Slack isn't done with it. */
type Flight = { end(): void };

/** How much is under way, so that a test can wait until nothing is. */
export type Flights = {
  begin(): Flight;
  count(): number;
  /** How often something has begun so far. */
  begun(): number;
  /** Real milliseconds since something last began or ended. */
  quietFor(): number;
};

export function makeFlights(): Flights {
  let inFlight = 0;
  let begun = 0;
  let lastMove = performance.now();
  const move = (by: number) => {
    inFlight += by;
    lastMove = performance.now();
  };
  return {
    begin() {
      let over = false;
      begun += 1;
      move(1);
      return {
        end() {
          if (!over) move(-1);
          over = true;
        },
      };
    },
    count: () => inFlight,
    begun: () => begun,
    quietFor: () => performance.now() - lastMove,
  };
}
