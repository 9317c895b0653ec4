/** For each way in which a microphone can fail: a title and the steps that cure it. `{allow}` and `{system}` stand for the browser's own step. */
export const cures = {
  denied: ['The microphone is not allowed', '{allow}', 'Then check again.'],
  dismissed: ['The question was closed', 'Check again, and choose Allow when the browser asks.'],
  'blocked-by-system': [
    'Your device keeps the microphone from the browser',
    '{system}',
    'Start the browser anew and come back: your place is kept.',
  ],
  'blocked-by-site': [
    'This page may not use the microphone',
    'The site that shows it forbids it; please tell the site’s owner.',
    'Open this page in a window of its own, or write to us.',
  ],
  'not-found': ['We find no microphone', 'Plug one in or switch your headset on; we notice it by ourselves.'],
  busy: ['The microphone is in use', 'Close other apps that use it, such as a meeting.', 'Then check again.'],
  silent: [
    'We cannot hear you',
    'See whether the microphone or headset is switched off or muted.',
    'Choose another microphone below, or raise its level in the device’s settings.',
    'Then check again.',
  ],
  insecure: [
    'This connection is not secure',
    'Browsers allow the microphone only on addresses that begin with https. Please open this page so.',
  ],
  unsupported: [
    'This browser cannot make calls',
    'Please open this page in a current Chrome, Edge, Firefox or Safari.',
  ],
  'no-answer': [
    'The browser’s question was not answered',
    'It may be behind another window or near the address bar.',
    'Choose Allow there, or check again.',
  ],
  failed: [
    'The microphone does not work',
    'Unplug it and plug it in again, or choose another one.',
    'Then check again.',
  ],
};

export const allow = {
  chromium: 'Press the icon to the left of the address, and switch Microphone on.',
  firefox: 'Press the crossed-out microphone beside the address, and remove the block.',
  safari: 'Open the menu Safari, Settings for this website, and set Microphone to Allow.',
  ios: 'Press the button at the left of the address, open the website settings, and set Microphone to Allow.',
  android: 'Press the icon beside the address, open Permissions, and allow the microphone.',
};

export const system = {
  chromium: 'In the computer’s privacy settings, open Microphone and switch your browser on.',
  firefox: 'In the computer’s privacy settings, open Microphone and switch Firefox on.',
  safari: 'In System Settings, Privacy & Security, open Microphone and switch Safari on.',
  ios: 'In Settings, open your browser and switch Microphone on.',
  android: 'In Settings, Apps, open your browser and allow the microphone.',
};
