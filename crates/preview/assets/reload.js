// Reloads the page when the preview has another version of it.
const { version } = document.currentScript.dataset;
const events = new EventSource("/.preview/events");
events.onmessage = (event) => {
  if (event.data !== version) location.reload();
};
