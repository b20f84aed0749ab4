document.querySelectorAll("a[data-editor]").forEach((link) => {
  const place = link.dataset.editor;
  if (place.startsWith("vscode://file/")) link.href = place;
});
