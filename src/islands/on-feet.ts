import { find, findAll, part } from './find.ts';

/** Shows the words of every voice in the conversation after it, shuffled and without persons, and the conversation again. */
class OnFeet extends HTMLElement {
  connectedCallback(): void {
    const conversation = find(this.parentElement ?? this, '.sides');
    const [view, status] = [find(this, 'section'), find(this, '[role=status]')];
    const start = part(this, 'start');
    const shuffle = () => {
      const words = findAll(conversation, '.voice > .lees').map((each) => {
        const item = document.createElement('li');
        item.append(each.cloneNode(true));
        return item;
      });
      for (let rest = words.length; rest > 1;) {
        const drawn = Math.floor(Math.random() * rest--);
        [words[rest], words[drawn]] = [words[drawn], words[rest]] as [HTMLLIElement, HTMLLIElement];
      }
      find(this, 'ul').replaceChildren(...words);
    };
    const show = (isOn: boolean) => {
      view.hidden = !isOn;
      start.hidden = conversation.hidden = isOn;
      this.toggleAttribute('data-on', isOn);
      status.textContent = '';
      (isOn ? find(view, 'h3') : start).focus();
    };
    start.addEventListener('click', () => {
      shuffle();
      show(true);
    });
    part(this, 'again').addEventListener('click', () => {
      shuffle();
      status.textContent = '';
      status.textContent = status.dataset['shuffled'] ?? '';
    });
    part(this, 'back').addEventListener('click', () => {
      show(false);
    });
    // A link to a voice leads to the conversation it is in.
    addEventListener('hashchange', () => {
      const target = document.getElementById(location.hash.slice(1));
      if (!conversation.hidden || !conversation.contains(target)) return;
      show(false);
      target?.scrollIntoView();
    });
    this.hidden = false;
  }
}

customElements.define('on-feet', OnFeet);
