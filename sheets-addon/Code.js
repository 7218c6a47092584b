/* Menu and sidebar. Before it is authorised, onOpen may do nothing but build the menu. */

function onOpen() {
  SpreadsheetApp.getUi()
    .createMenu('Meritsheet')
    .addItem('Settle 结算', 'meritsheetSettle')
    .addItem('Check 检查', 'meritsheetCheck')
    .addSeparator()
    .addItem('Help 帮助', 'meritsheetHelp')
    .addToUi();
}

function onInstall() {
  onOpen();
}

function meritsheetSettle() {
  SpreadsheetApp.getActiveSpreadsheet().toast(Meritsheet.settle(), 'Meritsheet', 10);
}

function meritsheetCheck() {
  SpreadsheetApp.getActiveSpreadsheet().toast(Meritsheet.check(), 'Meritsheet', 10);
}

function meritsheetHelp() {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('Meritsheet'));
}
