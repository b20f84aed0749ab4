if(!window.fitFailed){
window.fitFailed=1;
const error='[data-testid="stDownloadButtonError"]';
const say=(at,words)=>{
  const place=at.closest('[class*="st-key-take_"]')?.querySelector('.fit-failed');
  if(place)place.textContent=words(place);
};
new MutationObserver(changes=>{
  for(const {addedNodes} of changes)for(const node of addedNodes){
    const found=node.matches?.(error)?node:node.querySelector?.(error);
    if(found)say(found,place=>place.dataset.words);
  }
}).observe(document.body,{childList:true,subtree:true});
addEventListener('click',tap=>{
  const button=tap.target.closest?.('.stDownloadButton');
  if(button)say(button,()=>'');
},true);
}
