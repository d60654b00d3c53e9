/** The page before its script runs. The icon is a speech balloon, drawn here so that nothing is loaded from elsewhere. */
export const HTML = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>A workspace to try</title>
    <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'%3E%3Cpath fill='%23c2552d' d='M12 3c5.5 0 10 3.6 10 8s-4.5 8-10 8c-1 0-2-.1-2.9-.4L4 21l1.2-4C3.200 15.5 2 13.4 2 11c0-4.4 4.500-8 10-8Z'/%3E%3C/svg%3E" />
    <link rel="stylesheet" href="/page.css" />
  </head>
  <body>
    <div id="page"></div>
    <script type="module" src="/page.js"></script>
  </body>
</html>
`;
