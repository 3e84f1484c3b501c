// Shows a notice that came while the app was closed, and opens what it is about when pressed.
self.addEventListener("push", (event) => {
  const told = event.data?.json() ?? {};
  const shown = self.registration.showNotification(told.title ?? "", {
    body: told.body ?? "",
    // A later step of the same thing takes the place of the earlier one.
    tag: told.tag ?? told.path ?? "notice",
    data: { path: told.path ?? "/notices" },
  });
  event.waitUntil(shown);
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const path = String(event.notification.data?.path ?? "/notices").replace(/^\/+/, "");
  event.waitUntil(self.clients.openWindow(new URL(path, self.registration.scope).href));
});
