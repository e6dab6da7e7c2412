// Keeps the page for when there is no network. With one, the newest is taken.
const cacheName = 'quxiang-offline-page';
const style = '/offline/assets/page.css';
const parts = ['/offline', style, '/offline/assets/offline.js'];
const fonts = /\/assets\/rare-[\w.-]+/g;

async function newestOrKept(request, pathname) {
  const cache = await caches.open(cacheName);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(pathname, response.clone());
    return response;
  } catch {
    return (await cache.match(pathname)) ?? Response.error();
  }
}

// Nobody knows whose name will be read where there is no network, so the fonts of all rare characters are kept, behind everything else.
async function keepFonts() {
  const cache = await caches.open(cacheName);
  const wanted = (await (await cache.match(style))?.text())?.match(fonts) ?? [];
  for (const address of wanted) if (!(await cache.match(address))) await cache.add(address);
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  for (const address of kept) if (!parts.includes(address) && !wanted.includes(address)) await cache.delete(address);
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(cacheName)
      .then((cache) => cache.addAll(parts))
      .then(() => self.skipWaiting()),
  );
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
// The page is there, and asks for what can wait.
self.addEventListener('message', (event) => event.waitUntil(keepFonts()));
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== 'GET') return;
  if (parts.includes(pathname)) event.respondWith(newestOrKept(event.request, pathname));
  // Their names change with their contents.
  else if (pathname.startsWith('/assets/rare-')) event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(event.request)));
});
