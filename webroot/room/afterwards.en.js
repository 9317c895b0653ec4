/** What the room says at the end and in place of a beginning; the Japanese words have the same keys. */
export default {
  inCall: 'Your call is open',
  inCallText: 'It runs on the call page.',
  return: 'Go to the call',
  talked: 'Thank you for calling',
  talkedText: 'The call is over.',
  'follow-up': 'The call is over. The desk will write to you by e-mail.',
  question: 'Did this help?',
  yes: 'Yes',
  partly: 'In part',
  no: 'No',
  thanks: 'Thank you for your answer.',
  again: 'Start again',
  left: 'You have left the line',
  leftText: 'You may close this page.',
  abandoned: 'Your place is gone',
  abandonedText: 'We had no sign of you for a long time, so your place was given up.',
  noShow: 'We could not reach you',
  noShowText: 'We called you twice and the call was not joined, so your place was given up.',
  closedOn: 'The desk has closed',
  closedOnText: 'We are sorry that we did not get to you today.',
  gone: 'This ticket is no longer valid',
  goneText: 'It ended a while ago.',
  closed: 'The desk is closed',
  opens: 'It opens again: {time}.',
  paused: 'The desk takes no new calls just now',
  full: 'The line is full',
  laterText: 'Please try again in a little while.',
  unknownDesk: 'There is no such desk',
  unknownDeskText: 'Please check the address of this page.',
  'failed-blocked':
    'Zoom could not be opened: something in this browser or network blocks it. Allow zoom.us in your content blocker, or use another browser or network, and join again. Your place is kept at the front of the line.',
  'failed-timeout':
    'Zoom did not open in time. Your place is kept at the front of the line: please join again, from another network if it stays slow.',
  'failed-refused':
    'Zoom did not take the call. You did nothing wrong, and your place is kept at the front of the line: please join again, or write to us.',
  'failed-microphone':
    'The call could not use your microphone. Your place is kept at the front of the line: check the microphone here, then join again.',
  'failed-unanswered':
    'No operator could answer just then. Your place is kept at the front of the line, and we call you again.',
  'failed-other':
    'The call did not come about. Your place is kept at the front of the line: please join again, or write to us.',
};
