/* Stands in for Zoom's campaign client, with the rules by which it throws. */
const listeners = new Map();
let shown = true;
let open = false;
let engaged = false;

const emit = (event, payload) => {
  for (const listener of listeners.get(event) ?? []) listener(payload);
};

window.zoomCampaignSdk = {
  open() {
    open = true;
    engaged = true;
    emit('open');
    emit('engagement_started');
  },
  close() {
    if (!open) throw new Error('close: the window is not open');
    open = false;
    emit('close');
  },
  show() {
    shown = true;
    emit('show');
  },
  hide() {
    if (engaged) throw new Error('hide: an engagement window is open');
    shown = false;
    emit('hide');
  },
  endChat() {
    if (!engaged) throw new Error('endChat: no engagement is open');
    engaged = false;
    emit('engagement_ended');
  },
  ChangeCampaign() {},
  updateUserContext() {},
  waitForInit: async () => {},
  waitForReady: async () => {},
  on(event, listener) {
    listeners.set(event, [...(listeners.get(event) ?? []), listener]);
  },
  off(event, listener) {
    listeners.set(event, listener ? (listeners.get(event) ?? []).filter((each) => each !== listener) : []);
  },
  get shown() {
    return shown;
  },
};
window.dispatchEvent(new Event('zoomCampaignSdk:ready'));
