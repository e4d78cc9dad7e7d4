/* Browsers start no worker from a file. Here a hidden frame does what a worker does, so that the search runs. */
(function () {
  "use strict";
  if (location.protocol !== "file:") return;

  function loadInOrder(document, addresses) {
    return addresses.reduce(function (before, address) {
      return before.then(function () {
        return new Promise(function (resolve, reject) {
          var script = document.createElement("script");
          script.src = address;
          script.onload = resolve;
          script.onerror = reject;
          document.body.appendChild(script);
        });
      });
    }, Promise.resolve());
  }

  class FrameWorker extends EventTarget {
    constructor(address) {
      super();
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      document.body.appendChild(this.frame);
      var inside = this.frame.contentWindow;
      var worker = this;
      inside.postMessage = function (data) {
        setTimeout(function () { worker.dispatchEvent(new MessageEvent("message", { data: data })); });
      };
      inside.importScripts = function () { return loadInOrder(inside.document, Array.from(arguments)); };
      this.ready = loadInOrder(inside.document, [new URL(address, location.href).href]);
    }

    postMessage(data) {
      var inside = this.frame.contentWindow;
      this.ready.then(function () { inside.dispatchEvent(new MessageEvent("message", { data: data })); });
    }

    terminate() { this.frame.remove(); }
  }

  /* The search asks for this name to learn where it was loaded from. */
  window.IFrameWorker = FrameWorker;
  window.Worker = FrameWorker;
})();
