/** Which colour is what. */
export const Legend = ({ names }: { names: readonly string[] }) => (
  <ul class="legend">
    {names.map((name, at) => (
      <li>
        <span class={`swatch series-${at % 12}`} aria-hidden="true" />
        {name}
      </li>
    ))}
  </ul>
);
