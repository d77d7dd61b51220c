// @ts-check
// Lets a published page open without a network on the next visit.

/**
 * Registers the service worker of the build that made the page; the studio's own
 * pages name none. The window hears "lianhua:update" when a newer version has
 * come whole: the next visit opens with it.
 */
export async function keepOffline() {
  const { build, root } = document.documentElement.dataset;
  const connection = /** @type {{saveData?: boolean} | undefined} */ (Reflect.get(navigator, "connection"));
  if (!build || !isSecureContext || connection?.saveData) return;
  try {
    const registration = await navigator.serviceWorker.register(new URL(`${root ?? ""}sw.js`, document.baseURI), { updateViaCache: "none" });
    const tell = () => window.dispatchEvent(new Event("lianhua:update"));
    const follow = (/** @type {ServiceWorker | null} */ next) => next?.addEventListener("statechange", () => {
      if (next.state === "installed" && registration.active) tell();
    });
    if (registration.waiting) tell();
    follow(registration.installing);
    registration.addEventListener("updatefound", () => follow(registration.installing));
  } catch (error) {
    // In a frame without storage, or where files are changed on their way.
    console.info("not kept for visits without a network:", String(error));
  }
}
