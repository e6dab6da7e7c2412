// Keeps the page for when there is no network. With one, the newest is taken.
const cacheName = 'quxiang-offline-page';
const parts = ['/offline', '/offline/assets/page.css', '/offline/assets/offline.js'];

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

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(parts)).then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method === 'GET' && parts.includes(pathname)) event.respondWith(newestOrKept(event.request, pathname));
});
